package cn.faheng.server;

/** Requests on real items of the bundled rule base. */
public final class Requests {

    private Requests() {}

    /** Selling food past its shelf life, worth 5,000 yuan, in 2024: all facts given. */
    public static String expiredFood() {
        return expiredFood("5000", "");
    }

    /**
     * The same with another value of goods and further members.
     *
     * @param goodsValue JSON value of the fact
     * @param more further members, each with a comma in front, or empty
     */
    public static String expiredFood(String goodsValue, String more) {
        return "{\"item\":\"MK-F124\",\"place\":\"370811\",\"act\":{\"start\":\"2024-05-01\"},\"decidedOn\":\"2024-08-01\","
                + "\"party\":{\"kind\":\"organisation\"},\"facts\":{\"suspectedCrime\":false,\"circumstancesGrade\":\"一般\","
                + "\"goodsValue\":" + goodsValue + "}" + more + "}";
    }

    /** One line, for a batch. */
    public static String line(int goodsValue) {
        return expiredFood(String.valueOf(goodsValue), "") + "\n";
    }
}
