package cn.faheng.authoring.drafts;

import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.export.Export;
import cn.faheng.drafting.export.ExportedSheet;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.rules.catalogue.RuleSet;
import cn.faheng.server.problems.Problem;
import cn.faheng.server.problems.ProblemException;
import cn.faheng.server.registry.RuleBases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Drafts and published versions as files that import back to the same content. */
@Service
public class DraftExports {

    private final DraftMaker maker;
    private final RuleBases ruleBases;

    DraftExports(DraftMaker maker, RuleBases ruleBases) {
        this.maker = maker;
        this.ruleBases = ruleBases;
    }

    /**
     * A file.
     *
     * @param fileName its name
     * @param mediaType its media type
     * @param bytes its content
     */
    @SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
    public record Exported(String fileName, String mediaType, byte[] bytes) {}

    /** A draft in a format: xlsx, docx, dmn or json. */
    public Exported export(Draft draft, String format) {
        String name = draft.title() + "（" + draft.sheet().effectiveFrom() + "）";
        return format.equals("dmn")
                ? new Exported(
                        name + ".dmn", "application/xml", maker.model(draft).getBytes(StandardCharsets.UTF_8))
                : export(draft.content(), name, format);
    }

    /** A published version in a format. */
    public Exported export(RuleSet ruleSet, String format) {
        String name = ruleSet.ref().toString().replace('/', '_');
        if (format.equals("dmn")) {
            return new Exported(name + ".dmn", "application/xml", ruleSet.dmn().getBytes(StandardCharsets.UTF_8));
        }
        DraftContent content = new DraftContent(
                Changes.sheet(ruleSet, ruleBases.current()), null, List.of(), ruleSet.cases(), null, List.of());
        return export(content, name, format);
    }

    private static Exported export(DraftContent content, String name, String format) {
        Sheet statute = content.statute();
        ExportedSheet own = new ExportedSheet(content.sheet(), content.cases());
        List<ExportedSheet> sheets = statute == null
                ? List.of(own)
                : List.of(own, new ExportedSheet(statute, Objects.requireNonNullElse(content.statuteCases(), "")));
        return switch (format) {
            case "xlsx" ->
                new Exported(
                        name + ".xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        Export.toXlsx(sheets));
            case "docx" ->
                new Exported(
                        name + ".docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        Export.toDocx(sheets));
            case "json" ->
                new Exported(
                        name + ".json",
                        "application/json",
                        DraftJson.write(content).getBytes(StandardCharsets.UTF_8));
            default ->
                throw new ProblemException(Problem.ofParameter("format", "参数 format 应当是 xlsx、docx、dmn、json 之一。"));
        };
    }
}
