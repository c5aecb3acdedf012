package cn.faheng.casework.directory;

import cn.faheng.casework.directory.Column.Choice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields of enforcement, as the rule base tells them apart. */
final class Fields {

    static final List<Choice> ALL = read();

    private Fields() {}

    private static List<Choice> read() {
        try (InputStream in = Fields.class.getResourceAsStream("fields.csv")) {
            if (in == null) {
                throw new IllegalStateException("fields.csv is missing from the jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line ->
                            new Choice(line.substring(0, line.indexOf(',')), line.substring(line.indexOf(',') + 1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
