package cn.faheng.rules.format;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JSON Schemas of the files of the rule base. */
final class Schemas {

    static final Schemas RULE_SET = new Schemas("ruleset");
    static final Schemas ITEM = new Schemas("item");
    static final Schemas LAW = new Schemas("law");
    static final Schemas ADOPTION = new Schemas("adoption");
    static final Schemas ENDED = new Schemas("ended");

    private final Schema schema;

    private Schemas(String name) {
        String resource = "/schema/" + name + ".schema.json";
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + resource);
            }
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<FormatProblem> check(YamlDocument yaml) {
        return schema.validate(yaml.root()).stream()
                .map(error -> yaml.problem(pointer(error), error.getMessage()))
                .toList();
    }

    private static String pointer(Error error) {
        String place = error.getInstanceLocation().toString();
        // A property that does not belong there is shown at its own line, not at that of the object around it.
        return "additionalProperties".equals(error.getKeyword()) ? place + "/" + error.getProperty() : place;
    }
}
