package cn.faheng.authoring.drafts;

import cn.faheng.authoring.drafts.Draft.ExpertModel;
import cn.faheng.drafting.draft.DraftContent;
import cn.faheng.drafting.sheet.Sheet;
import cn.faheng.drafting.sheet.SheetDecision;
import cn.faheng.drafting.sheet.SheetDecision.SheetRow;
import cn.faheng.server.canonical.Sha256;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records of a draft as JSON: in the store, in the contract and under their hash. */
public final class DraftJson {

    /** Reads and writes the records of drafts, member by member as they are named; a list that is left out is empty. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private DraftJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static DraftContent content(String json) {
        return MAPPER.readValue(json, DraftContent.class);
    }

    static @Nullable ExpertModel expert(@Nullable String dmn, @Nullable String imports) {
        return dmn == null || imports == null
                ? null
                : new ExpertModel(dmn, List.of(MAPPER.readValue(imports, String[].class)));
    }

    /** The hash of what would be published: remarks and questions are no part of it. */
    static String hash(DraftContent content, @Nullable ExpertModel expert) {
        Sheet statute = content.statute();
        DraftContent published = new DraftContent(
                withoutComments(content.sheet()),
                statute == null ? null : withoutComments(statute),
                content.laws(),
                content.cases(),
                content.statuteCases(),
                List.of());
        String text = write(published) + (expert == null ? "" : write(expert));
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sheet withoutComments(Sheet sheet) {
        return new Sheet(
                sheet.item(),
                sheet.kind(),
                sheet.hook(),
                sheet.fields(),
                sheet.effectiveFrom(),
                sheet.effectiveTo(),
                sheet.jurisdiction(),
                sheet.authority(),
                sheet.basis(),
                sheet.source(),
                sheet.form(),
                sheet.facts(),
                sheet.penalties(),
                sheet.decisions().stream().map(DraftJson::withoutComments).toList(),
                sheet.leftToPerson(),
                sheet.waivers(),
                sheet.notes());
    }

    private static SheetDecision withoutComments(SheetDecision decision) {
        return new SheetDecision(
                decision.name(),
                decision.title(),
                decision.form(),
                decision.hitPolicy(),
                decision.inputs(),
                decision.outputs(),
                decision.rows().stream()
                        .map(row -> new SheetRow(row.id(), row.cells(), row.outputs(), row.says(), row.cites(), null))
                        .toList(),
                decision.expression(),
                decision.entries());
    }
}
