package cn.faheng.rules.timelimit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file of {@code timelimits/} as it is written. */
record TimeLimitFile(
        @JsonProperty(required = true) String field,
        @JsonProperty(required = true) List<String> appliesTo,
        @JsonProperty(required = true) String jurisdiction,
        @JsonProperty(required = true) List<Entry> limits) {

    /** The list of files. */
    record Index(@JsonProperty(required = true) List<String> files) {}

    /** One time limit; {@code counts} is {@code within} and {@code lastDay} is {@code moves} where not written. */
    record Entry(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String stage,
            @JsonProperty(required = true) String title,
            @JsonProperty(required = true) String titleEn,
            @Nullable BigDecimal length,
            @JsonProperty(required = true) String unit,
            @Nullable String counts,
            @Nullable String lastDay,
            @JsonProperty(required = true) String startsFrom,
            @Nullable ExtensionEntry extension,
            @Nullable String exception,
            @JsonProperty(required = true) CitationEntry citation,
            @Nullable List<CitationEntry> countedBy,
            @JsonProperty(required = true) EffectiveEntry effective,
            @Nullable String note) {}

    record ExtensionEntry(@Nullable List<StepEntry> steps, @JsonProperty(required = true) String text) {}

    record StepEntry(@JsonProperty(required = true) int length, @JsonProperty(required = true) String unit) {}

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
