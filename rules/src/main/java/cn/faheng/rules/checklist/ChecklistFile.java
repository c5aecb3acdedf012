package cn.faheng.rules.checklist;

import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.ProvisionPath;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checklist as its file has it. */
record ChecklistFile(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String titleEn,
        @JsonProperty(required = true) String field,
        @JsonProperty(required = true) List<String> itemWords,
        @JsonProperty(required = true) Cited scope,
        @JsonProperty(required = true) Days effective,
        @Nullable String note,
        @JsonProperty(required = true) List<Asked> questions) {

    /** The list of the files. */
    record Index(@JsonProperty(required = true) List<String> files) {}

    /** A provision. */
    record Cited(
            @JsonProperty(required = true) String law,
            @JsonProperty(required = true) LocalDate version,
            @JsonProperty(required = true) String at) {

        Citation.OfProvision provision() {
            return new Citation.OfProvision(law, version, ProvisionPath.parse(at));
        }
    }

    /** {@code to} is a day or {@code open}. */
    record Days(@JsonProperty(required = true) LocalDate from, @JsonProperty(required = true) String to) {}

    /** A question. */
    record Asked(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String text,
            @JsonProperty(required = true) String textEn,
            @JsonProperty(required = true) Cited citation) {}

    Checklist checklist() {
        return new Checklist(
                id,
                title,
                titleEn,
                field,
                itemWords,
                scope.provision(),
                new EffectivePeriod(
                        effective.from(), effective.to().equals("open") ? null : LocalDate.parse(effective.to())),
                note == null ? "" : note,
                questions.stream()
                        .map(q -> new Checklist.Question(
                                q.id(), q.text(), q.textEn(), q.citation().provision()))
                        .toList());
    }
}
