package cn.faheng.rules.timelimit;

import cn.faheng.rules.catalogue.Division;
import cn.faheng.rules.legal.Citation;
import cn.faheng.rules.legal.EffectivePeriod;
import cn.faheng.rules.legal.ProvisionPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files that {@code timelimits/index.yaml} lists; refuses a bad row with file, id and reason. */
final class TimeLimitReader {

    private static final String FOLDER = "/timelimits/";
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TimeLimitReader() {}

    /** All time limits on the class path, in the order of the index; throws {@link IllegalStateException} for a bad file. */
    static List<TimeLimit> all() {
        List<TimeLimit> limits = new ArrayList<>();
        for (String file : read("index.yaml", TimeLimitFile.Index.class).files()) {
            limits.addAll(limits(file, read(file, TimeLimitFile.class)));
        }
        return List.copyOf(limits);
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream in = TimeLimitReader.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + FOLDER + file);
            }
            return parse(file, in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T parse(String file, InputStream yaml, Class<T> type) {
        try {
            return MAPPER.readValue(yaml, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(FOLDER + file + ": " + e.getMessage(), e);
        }
    }

    static List<TimeLimit> limits(String file, TimeLimitFile content) {
        Scope scope = new Scope(content.field(), content.appliesTo(), new Division(content.jurisdiction()));
        List<TimeLimit> limits = new ArrayList<>();
        for (TimeLimitFile.Entry entry : content.limits()) {
            try {
                limits.add(limit(scope, entry));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalStateException(FOLDER + file + ", " + entry.id() + ": " + e.getMessage(), e);
            }
        }
        return limits;
    }

    private static TimeLimit limit(Scope scope, TimeLimitFile.Entry entry) {
        return new TimeLimit(
                entry.id(),
                scope,
                Stage.ofCode(entry.stage()).orElseThrow(() -> unknown("stage", entry.stage())),
                entry.title(),
                entry.titleEn(),
                length(entry.length(), entry.unit()),
                counts(entry.counts()),
                lastDay(entry.lastDay()),
                entry.startsFrom(),
                extension(entry.extension()),
                entry.exception(),
                citation(entry.citation()),
                provisions(entry.countedBy()),
                effective(entry.effective()),
                entry.note());
    }

    private static Length length(@Nullable BigDecimal length, String unit) {
        if (unit.equals("rule")) {
            if (length != null) {
                throw new IllegalArgumentException("A rule of order has no length");
            }
            return new Length.OrderOnly();
        }
        if (length == null) {
            throw new IllegalArgumentException("length is missing");
        }
        return unit.equals("rate-per-day")
                ? new Length.DailyRate(length)
                : new Length.Period(whole(length), unit(unit));
    }

    private static int whole(BigDecimal length) {
        try {
            return length.intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("A period has a whole length, not " + length, e);
        }
    }

    private static Unit unit(String code) {
        return Unit.ofCode(code).orElseThrow(() -> unknown("unit", code));
    }

    private static Counts counts(@Nullable String code) {
        if (code == null) {
            return Counts.WITHIN;
        }
        return switch (code) {
            case "within" -> Counts.WITHIN;
            case "before" -> Counts.BEFORE;
            case "after" -> Counts.AFTER;
            default -> throw unknown("counts", code);
        };
    }

    private static LastDay lastDay(@Nullable String code) {
        if (code == null) {
            return LastDay.MOVES;
        }
        return switch (code) {
            case "moves" -> LastDay.MOVES;
            case "stays" -> LastDay.STAYS;
            default -> throw unknown("lastDay", code);
        };
    }

    private static @Nullable Extension extension(TimeLimitFile.@Nullable ExtensionEntry entry) {
        if (entry == null) {
            return null;
        }
        List<Length.Period> steps = new ArrayList<>();
        if (entry.steps() != null) {
            for (TimeLimitFile.StepEntry step : entry.steps()) {
                steps.add(new Length.Period(step.length(), unit(step.unit())));
            }
        }
        return new Extension(steps, entry.text());
    }

    private static Citation citation(TimeLimitFile.CitationEntry entry) {
        if (entry.document() == null) {
            return provision(entry);
        }
        if (entry.number() == null || entry.confidence() == null) {
            throw new IllegalArgumentException("A document is cited with number and confidence");
        }
        return new Citation.OfDocument(entry.document(), entry.number(), entry.item(), entry.confidence());
    }

    private static List<Citation.OfProvision> provisions(@Nullable List<TimeLimitFile.CitationEntry> entries) {
        return entries == null
                ? List.of()
                : entries.stream().map(TimeLimitReader::provision).toList();
    }

    private static Citation.OfProvision provision(TimeLimitFile.CitationEntry entry) {
        if (entry.law() == null || entry.version() == null || entry.at() == null) {
            throw new IllegalArgumentException("A provision is cited with law, version and at");
        }
        return new Citation.OfProvision(entry.law(), entry.version(), ProvisionPath.parse(entry.at()));
    }

    private static EffectivePeriod effective(TimeLimitFile.EffectiveEntry entry) {
        return new EffectivePeriod(entry.from(), entry.to().equals("open") ? null : LocalDate.parse(entry.to()));
    }

    private static IllegalArgumentException unknown(String key, String value) {
        return new IllegalArgumentException(key + " '" + value + "' is unknown");
    }
}
