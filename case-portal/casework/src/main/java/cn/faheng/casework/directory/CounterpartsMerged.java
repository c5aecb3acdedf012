package cn.faheng.casework.directory;

import java.util.UUID;

/**
 * Told when a counterpart turned out to be another one.
 *
 * @param duplicate the one that now leads to the other
 * @param kept the other
 */
public record CounterpartsMerged(UUID duplicate, UUID kept) {}
