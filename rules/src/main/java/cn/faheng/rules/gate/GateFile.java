package cn.faheng.rules.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One {@code gate.yaml} as it is written; its rules stand beside it in {@code rules.drl}. */
record GateFile(
        @JsonProperty(required = true) EffectiveEntry effective,
        @JsonProperty(required = true) String jurisdiction,
        @JsonProperty(required = true) List<String> fields,
        @JsonProperty(required = true) List<KindEntry> findings) {

    /** The list of sets. */
    record Index(@JsonProperty(required = true) List<String> sets) {}

    record KindEntry(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String title,
            @JsonProperty(required = true) String titleEn,
            @JsonProperty(required = true) List<CitationEntry> cite,
            @JsonProperty(required = true) Map<String, String> gates,
            @JsonProperty(required = true) String says,
            @JsonProperty(required = true) String mend,
            @JsonProperty(required = true) String mendEn) {}

    /** Either law, version and at, or document, number, item and confidence. */
    record CitationEntry(
            @Nullable String law,
            @Nullable LocalDate version,
            @Nullable String at,
            @Nullable String document,
            @Nullable String number,
            @Nullable String item,
            @Nullable String confidence) {}

    /** {@code to} is a day or {@code open}. */
    record EffectiveEntry(@JsonProperty(required = true) LocalDate from, @JsonProperty(required = true) String to) {}
}
