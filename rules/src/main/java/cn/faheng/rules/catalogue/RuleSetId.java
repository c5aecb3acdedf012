package cn.faheng.rules.catalogue;

/**
 * Names a rule set through all its versions: {@code food/MK-F124/statute}, {@code environment/GD-ENV-1.3/440000},
 * {@code common/exemption}.
 *
 * @param path path below {@code rulesets/}, without the day
 */
public record RuleSetId(String path) implements Comparable<RuleSetId> {

    public RuleSetId {
        if (!path.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+){1,2}")) {
            throw new IllegalArgumentException("Not the id of a rule set: '" + path + "'");
        }
    }

    @Override
    public int compareTo(RuleSetId other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
