package cn.faheng.engine.trial;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this program starts itself once more as a worker: from class files, from plain jars, or from one jar that holds the others. */
final class WorkerCommand {

    private static final String NESTED = "jar:nested:";

    private WorkerCommand() {}

    static List<String> of(TrialLimits limits) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + limits.memoryMegabytes() + "m");
        command.add("-XX:MaxMetaspaceSize=192m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:-UsePerfData");
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-XX:ErrorFile=/dev/null");
        command.add("-Djava.awt.headless=true");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Duser.timezone=" + java.util.TimeZone.getDefault().getID());
        command.add("-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");
        command.addAll(classPath(String.valueOf(
                TrialWorker.class.getProtectionDomain().getCodeSource().getLocation())));
        return command;
    }

    /** What says where the classes are and which one begins. */
    static List<String> classPath(String location) {
        if (location.startsWith(NESTED)) {
            String outer = location.substring(NESTED.length(), location.indexOf("/!"));
            return List.of(
                    "-cp",
                    Path.of(URI.create("file:" + outer)).toString(),
                    "-Dloader.main=" + TrialWorker.class.getName(),
                    "org.springframework.boot.loader.launch.PropertiesLauncher");
        }
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", classPath, TrialWorker.class.getName());
    }
}
