package cn.faheng.rules.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * An administrative division by its GB/T 2260 code: six digits, {@code 000000} for the whole country.
 *
 * @param code six digits
 */
public record Division(String code) {

    public static final Division NATION = new Division("000000");

    public Division {
        if (code.length() != 6 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "A division is named by the six digits of GB/T 2260, not by '" + code + "'");
        }
    }

    /** This division and all above it, the most specific first: 370811, 370800, 370000, 000000. */
    public List<Division> upwards() {
        List<Division> line = new ArrayList<>();
        line.add(this);
        for (Division above : List.of(
                new Division(code.substring(0, 4) + "00"), new Division(code.substring(0, 2) + "0000"), NATION)) {
            if (!line.contains(above)) {
                line.add(above);
            }
        }
        return List.copyOf(line);
    }

    /** Whether {@code other} is this division or lies inside it. */
    public boolean contains(Division other) {
        return other.upwards().contains(this);
    }

    @Override
    public String toString() {
        return code;
    }
}
