package cn.faheng.web.library;

import cn.faheng.drafting.law.LawFile;
import cn.faheng.drafting.law.LawMetadata;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page for loading a text asks. */
public final class LawForm {

    private String text = "";
    private String fileName = "";
    private String title = "";
    private String level = "";
    private String promulgated = "";
    private String effective = "";
    private String validTo = "";
    private String source = "";
    private String reason = "";
    private boolean endPrevious;

    /** The words of the form as a file. */
    LawFile file() {
        String lower = fileName.toLowerCase(Locale.ROOT);
        String type = lower.endsWith(".json") ? "application/json" : "text/plain";
        // Of a Word file the words alone are in the form.
        String name = lower.endsWith(".docx") || lower.endsWith(".doc") ? fileName + ".txt" : fileName;
        return new LawFile(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    LawMetadata metadata() {
        return new LawMetadata(
                title,
                level,
                day("promulgated", promulgated),
                day("effective", effective),
                day("validTo", validTo),
                source,
                null,
                null);
    }

    private static @Nullable LocalDate day(String name, String value) {
        if (value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.ofParameter(name, "“" + value + "”不是日期，请写作 2021-07-15。"));
        }
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getFileName() {
        return fileName;
    }

    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }

    public String getPromulgated() {
        return promulgated;
    }

    public void setPromulgated(String promulgated) {
        this.promulgated = promulgated;
    }

    public String getEffective() {
        return effective;
    }

    public void setEffective(String effective) {
        this.effective = effective;
    }

    public String getValidTo() {
        return validTo;
    }

    public void setValidTo(String validTo) {
        this.validTo = validTo;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isEndPrevious() {
        return endPrevious;
    }

    public void setEndPrevious(boolean endPrevious) {
        this.endPrevious = endPrevious;
    }
}
