package cn.faheng.rules.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file with the line of every value, so that a problem can be shown where it stands. */
final class YamlDocument {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final JsonNode root;
    private final Optional<Node> marks;

    private YamlDocument(String file, JsonNode root, Optional<Node> marks) {
        this.file = file;
        this.root = root;
        this.marks = marks;
    }

    static YamlDocument parse(String file, String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setCodePointLimit(16 * 1024 * 1024)
                    .build();
            return new YamlDocument(file, MAPPER.readTree(text), new Compose(settings).composeString(text));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new FormatException(List.of(new FormatProblem(file, line, "not YAML: " + e.getProblem())));
        } catch (StreamReadException e) {
            // Also for a name that is given twice, of which the last would win without a word.
            throw new FormatException(List.of(new FormatProblem(
                    file, Math.max(e.getLocation().getLineNr(), 0), "not YAML: " + e.getOriginalMessage())));
        } catch (YamlEngineException | JacksonException e) {
            throw new FormatException(List.of(new FormatProblem(file, 0, "not YAML: " + e.getMessage())));
        }
    }

    JsonNode root() {
        return root;
    }

    /** A problem at the value that {@code pointer} names, for example {@code /facts/0/type}. */
    FormatProblem problem(String pointer, String reason) {
        return new FormatProblem(file, line(pointer), pointer.isEmpty() ? reason : pointer + ": " + reason);
    }

    private int line(String pointer) {
        Node node = marks.orElse(null);
        int line = lineOf(node);
        for (String step : steps(pointer)) {
            Node next = child(node, step);
            if (next == null) {
                break;
            }
            node = next;
            line = lineOf(node);
        }
        return line;
    }

    private static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String step : pointer.split("/", -1)) {
            if (!step.isEmpty()) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return steps;
    }

    private static @Nullable Node child(@Nullable Node node, String step) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    return tuple.getValueNode();
                }
            }
        } else if (node instanceof SequenceNode sequence && step.matches("\\d+")) {
            int index = Integer.parseInt(step);
            return index < sequence.getValue().size() ? sequence.getValue().get(index) : null;
        }
        return null;
    }

    private static int lineOf(@Nullable Node node) {
        return node == null
                ? 0
                : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
