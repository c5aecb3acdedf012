package cn.faheng.drafting.law.load;

import java.util.List;

/**
 * What became of an instrument.
 *
 * @param entry the instrument
 * @param file the file that was taken, or the last one tried
 * @param outcome stored, corrected, unchanged, preview, refused or failed
 * @param law its title and version, or an empty string
 * @param articles how many articles it has
 * @param reason why it was refused or failed, or an empty string
 * @param remarks what a person should look at, in words
 * @param unplaced how many lines were not placed
 */
record LoadResult(
        LawFolder.Entry entry,
        String file,
        Outcome outcome,
        String law,
        int articles,
        String reason,
        List<String> remarks,
        int unplaced) {

    enum Outcome {
        STORED,
        CORRECTED,
        UNCHANGED,
        PREVIEW,
        REFUSED,
        FAILED
    }
}
