package cn.faheng.drafting.intake;

/** The places that the cells of one file cover, merged ones with all they cover; more than a table ever needs are refused. */
final class Area {

    static final int MOST_PLACES = 2 * Packages.MOST_CELLS;

    private final SourceFile file;
    private long places;

    Area(SourceFile file) {
        this.file = file;
    }

    void cover(int height, int width) {
        places += (long) height * width;
        if (places > MOST_PLACES) {
            throw new IntakeRefusedException(
                    "文件“" + file.name() + "”的单元格（连同合并的）占" + MOST_PLACES + "格以上。请只保留裁量基准所在的表格，缩小合并的区域后再导入。");
        }
    }
}
