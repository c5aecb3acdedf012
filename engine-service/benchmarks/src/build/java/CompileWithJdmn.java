import com.gs.dmn.dialect.JavaTimeDMNDialectDefinition;
import com.gs.dmn.log.NopBuildLogger;
import com.gs.dmn.serialization.DefaultTypeDeserializationConfigurer;
import com.gs.dmn.transformation.InputParameters;
import com.gs.dmn.transformation.NopDMNTransformer;
import com.gs.dmn.transformation.lazy.NopLazyEvaluationDetector;
import com.gs.dmn.transformation.template.TreeTemplateProvider;
import com.gs.dmn.validation.NopDMNValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Compiles models to Java with jDMN, before the module itself is compiled. Started from the source by the build, since jDMN's Maven
 * plugin is not on Maven Central in this version.
 *
 * <p>jDMN 9 reads DMN up to 1.5 and takes annotations for FEEL, so it gets a copy that calls itself DMN 1.5 and has no annotations.
 * The models use nothing that differs between 1.5 and 1.6.
 */
final class CompileWithJdmn {

    private static final String DMN_16 = "https://www.omg.org/spec/DMN/20240513/MODEL/";
    private static final String DMN_15 = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    private CompileWithJdmn() {}

    /** Arguments: folder of the rule sets, folder for the sources, and for each model {@code rule-set=package}. */
    public static void main(String[] args) throws IOException {
        Path ruleSets = Path.of(args[0]);
        Path sources = Path.of(args[1]);
        Files.createDirectories(sources);
        for (int i = 2; i < args.length; i++) {
            String[] model = args[i].split("=", -1);
            compile(ruleSets.resolve(model[0]).resolve("discretion.dmn"), model[1], sources);
        }
        Files.writeString(sources.resolve("done"), "");
    }

    private static void compile(Path dmn, String javaPackage, Path sources) throws IOException {
        Path folder = Files.createTempDirectory("jdmn");
        Path copy = Files.writeString(
                folder.resolve("discretion.dmn"),
                Files.readString(dmn)
                        .replace(DMN_16, DMN_15)
                        .replaceAll("(?s)\\s*<annotationEntry>.*?</annotationEntry>", "")
                        .replaceAll("\\s*<annotation [^>]*/>", ""));
        InputParameters parameters = new InputParameters(Map.of(
                "dmnVersion", "1.5",
                "modelVersion", "1",
                "platformVersion", "1",
                "javaRootPackage", javaPackage,
                "onePackage", "true"));
        new JavaTimeDMNDialectDefinition()
                .createDMNToNativeTransformer(
                        new NopDMNValidator(),
                        new NopDMNTransformer<>(),
                        new TreeTemplateProvider(),
                        new NopLazyEvaluationDetector(),
                        new DefaultTypeDeserializationConfigurer(),
                        parameters,
                        new NopBuildLogger())
                .transform(copy, sources);
        Path made = sources.resolve(javaPackage.replace('.', '/')).resolve("Penalty.java");
        if (!Files.exists(made)) {
            throw new IOException("jDMN made no " + made + " of " + dmn);
        }
        Files.delete(copy);
        Files.delete(folder);
    }
}
