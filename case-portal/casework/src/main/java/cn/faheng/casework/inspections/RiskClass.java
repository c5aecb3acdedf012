package cn.faheng.casework.inspections;

/** How risky an object is: the four classes of 食品生产经营监督检查管理办法 第二十一条第二款, and not rated. */
public enum RiskClass {
    A,
    B,
    C,
    D,
    UNRATED
}
