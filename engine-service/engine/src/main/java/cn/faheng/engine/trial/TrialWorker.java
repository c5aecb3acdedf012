package cn.faheng.engine.trial;

import cn.faheng.engine.trial.TrialException.Reason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The process in which models run that nobody proved. It ends with its standard input, whatever a model is doing. */
public final class TrialWorker {

    private static final long STACK_BYTES = 4L * 1024 * 1024;
    private static final int LONGEST_ANSWER = 8 * 1024 * 1024;
    private static final int MOST_LOADED = 4;

    /** Characters of all models that are held; a model that is larger is loaded anew each time. */
    private static final int MOST_HELD = 500_000;

    private final DataOutputStream out;
    private final BlockingQueue<JsonNode> asked = new LinkedBlockingQueue<>();

    /** The models tried last, so that trying one on many cases does not load it for each. */
    private final Map<Loaded, TrialModel> loaded = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Loaded, TrialModel> eldest) {
            return size() > MOST_LOADED;
        }
    };

    /** What was loaded, and how. */
    private record Loaded(ModelTexts texts, boolean typeCheck) {
        int characters() {
            return texts.all().stream().mapToInt(String::length).sum();
        }
    }

    private TrialWorker(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    public static void main(String[] arguments) throws IOException {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        // Libraries may print what they like; the answers are alone on standard output.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        TrialWorker worker = new TrialWorker(answers);
        Thread thread = new Thread(null, worker::work, "trial", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        worker.listen(new FileInputStream(FileDescriptor.in));
    }

    private void listen(InputStream in) {
        try (DataInputStream frames = new DataInputStream(in)) {
            while (true) {
                asked.add(Frames.read(frames));
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void work() {
        try {
            warmUp();
            Frames.write(out, JsonNodeFactory.instance.objectNode().put("ready", true));
            while (true) {
                Frames.write(out, answer(asked.take()));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Loads what every trial needs, so that its time is not spent on that. */
    private void warmUp() throws IOException {
        try (InputStream in = TrialWorker.class.getResourceAsStream("warm-up.dmn")) {
            if (in == null) {
                throw new IOException("warm-up.dmn is missing");
            }
            ModelTexts texts = ModelTexts.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("model", texts.model());
            request.putArray("imports");
            request.putObject("inputs").put("amount", 1).put("day", "2026-01-01");
            answer(request.deepCopy().put("check", true));
            answer(request);
        }
    }

    private ObjectNode answer(JsonNode request) {
        try {
            ObjectNode answer = run(request);
            if (FeelJson.MAPPER.writeValueAsBytes(answer).length > LONGEST_ANSWER) {
                return failure(Reason.TOO_EXPENSIVE, "/model", "答复超过 8 MB；请让模型只给出需要的内容。");
            }
            return JsonNodeFactory.instance.objectNode().set("answer", answer);
        } catch (TrialException e) {
            return failure(e.reason(), e.pointer(), e.detail());
        } catch (VirtualMachineError e) {
            loaded.clear();
            TrialException exhausted = TrialAnswer.exhausted();
            return failure(exhausted.reason(), exhausted.pointer(), exhausted.detail());
        } catch (RuntimeException e) {
            // The library found no words for it; its own are all there is to tell.
            return failure(Reason.NOT_DMN, "/model", "模型无法装载：" + shortened(e) + "。请用 DMN 工具打开检查后重新导出。");
        }
    }

    private ObjectNode run(JsonNode request) {
        List<String> imports = new ArrayList<>();
        request.path("imports").forEach(text -> imports.add(text.asString()));
        ModelTexts texts = new ModelTexts(request.path("model").asString(), imports);
        TrialModel model = model(texts, request.path("typeCheck").asBoolean(false));
        if (request.path("check").asBoolean(false)) {
            ObjectNode description = model.describe();
            ModelDescription.validate(texts, description);
            return description;
        }
        List<String> decisions = new ArrayList<>();
        request.path("decisions").forEach(name -> decisions.add(name.asString()));
        String service = request.path("decisionService").isString()
                ? request.path("decisionService").asString()
                : null;
        return model.evaluate(request.path("inputs"), decisions, service);
    }

    private TrialModel model(ModelTexts texts, boolean typeCheck) {
        Loaded asked = new Loaded(texts, typeCheck);
        TrialModel held = loaded.get(asked);
        if (held != null) {
            return held;
        }
        TrialModel model = TrialModel.load(texts, typeCheck);
        if (asked.characters() <= MOST_HELD) {
            while (!loaded.isEmpty() && heldCharacters() + asked.characters() > MOST_HELD) {
                loaded.remove(loaded.keySet().iterator().next());
            }
            loaded.put(asked, model);
        }
        return model;
    }

    private int heldCharacters() {
        return loaded.keySet().stream().mapToInt(Loaded::characters).sum();
    }

    private static ObjectNode failure(Reason reason, String pointer, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reason", reason.name())
                .put("pointer", pointer)
                .put("detail", detail);
    }

    private static String shortened(Throwable e) {
        @Nullable String message = e.getMessage();
        String text = message == null ? e.getClass().getSimpleName() : message;
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
