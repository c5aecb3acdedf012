package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.Gate;
import java.time.LocalDateTime;

/**
 * The gate a case stands at.
 *
 * @param gate the gate
 * @param now when it stands there, Beijing time
 */
public record Moment(Gate gate, LocalDateTime now) {}
