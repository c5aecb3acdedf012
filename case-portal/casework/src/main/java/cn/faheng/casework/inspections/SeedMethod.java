package cn.faheng.casework.inspections;

/** How a seed comes about that neither side can choose. */
public enum SeedMethod {
    /** A secret number that was committed to, and a public value that came into being only afterwards. */
    PUBLIC_VALUE,
    /** Two persons each commit to a secret, then both reveal. */
    TWO_PERSONS
}
