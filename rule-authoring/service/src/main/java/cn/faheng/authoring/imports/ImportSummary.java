package cn.faheng.authoring.imports;

import cn.faheng.authoring.drafts.Draft.Signature;
import java.util.UUID;

/**
 * A file that was imported, without what was understood of it.
 *
 * @param id its id
 * @param fileName its name
 * @param made who uploaded it, and when
 */
public record ImportSummary(UUID id, String fileName, Signature made) {}
