package cn.faheng.drafting.law;

/**
 * A paragraph of a file.
 *
 * @param number number of its first line from 1
 * @param text its words without space at the ends
 * @param heading whether the file marks it as a heading
 */
record Line(int number, String text, boolean heading) {

    Line with(String other) {
        return new Line(number, other, heading);
    }
}
