package cn.faheng.drafting.law;

import cn.faheng.rules.legal.LawLibrary;
import cn.faheng.rules.legal.LegalInstrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The instruments of a folder of law texts, as far as they can be read.
 *
 * @param library the instruments
 * @param refused files that were not read, with the reason
 */
public record LawTexts(LawLibrary library, List<String> refused) {

    private static final List<String> FOLDERS = List.of("laws", "rules", "local");

    public LawTexts {
        refused = List.copyOf(refused);
    }

    /** The Markdown files below the folders {@code laws}, {@code rules} and {@code local} of {@code root}. */
    public static LawTexts read(Path root) throws IOException {
        List<LegalInstrument> read = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (!Files.isDirectory(root.resolve(folder))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                    read(file, read, refused);
                }
            }
        }
        return new LawTexts(new LawLibrary(read), refused);
    }

    private static void read(Path file, List<LegalInstrument> read, List<String> refused) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            LegalInstrument instrument = LawTextReader.read(
                            new LawFile(name, null, Files.readAllBytes(file)), LawMetadata.NONE)
                    .instrument();
            boolean clashes = read.stream()
                    .anyMatch(other -> other.title().equals(instrument.title())
                            && other.effective().overlaps(instrument.effective()));
            if (clashes) {
                refused.add(name + "：与同名法律的另一版本施行期重叠");
            } else {
                read.add(instrument);
            }
        } catch (RefusedLawException e) {
            refused.add(name + "：" + e.getMessage());
        }
    }
}
