package cn.faheng.casework.directory;

/**
 * What is wrong with one field of an entry.
 *
 * @param column key of the column
 * @param heading its heading
 * @param what what is wrong
 * @param remedy what to do
 */
public record Fault(String column, String heading, String what, String remedy) {

    /** One sentence. */
    public String text() {
        return heading + "：" + what + "。" + remedy + "。";
    }
}
