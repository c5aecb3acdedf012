package cn.faheng.drafting.law;

import cn.faheng.rules.legal.LegalInstrument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A legal instrument as it was read. Every line of the file is in exactly one of articles, headings, front, annex and remarks.
 *
 * @param instrument the instrument with its articles
 * @param promulgated day of promulgation, or null where it is not known
 * @param note what a reader must know, or an empty string
 * @param numbering how its provisions are numbered
 * @param headings its parts, chapters and sections
 * @param front what stands before the first article: title, adoption, table of contents
 * @param annex what stands behind the last one: annexes, signature
 * @param remarks what a person should look at
 */
public record LawText(
        LegalInstrument instrument,
        @Nullable LocalDate promulgated,
        String note,
        Numbering numbering,
        List<Heading> headings,
        List<String> front,
        List<String> annex,
        List<Remark> remarks) {

    public LawText {
        headings = List.copyOf(headings);
        front = List.copyOf(front);
        annex = List.copyOf(annex);
        remarks = List.copyOf(remarks);
    }

    /** How the provisions of an instrument are numbered. */
    public enum Numbering {
        /** 第一条, 第二条, … */
        ARTICLES,
        /** 一、二、…, cited as 第一条, 第二条, … as decisions and guidance without articles are. */
        SECTIONS
    }

    /**
     * A heading.
     *
     * @param depth 1 for the outermost that Chinese instruments use (编), 4 for the innermost (节)
     * @param text its words
     * @param before key of the article that follows it, or an empty string behind the last
     */
    public record Heading(int depth, String text, String before) {}

    /**
     * What a person should look at.
     *
     * @param line number of the line from 1, or 0 where none can be named
     * @param text the line, shortened
     * @param says what was done with it, or what is wrong
     * @param placed whether its words stand in the instrument all the same
     */
    public record Remark(int line, String text, String says, boolean placed) {}
}
