package cn.faheng.auditor;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies an exported audit log. Every line is {@code {"entry":E,"hash":"H","head":"K","position":N}}. H is the SHA-256 of the bytes
 * of E; K is the SHA-256 of the head before, N and H on three lines. The positions run from 1 without a gap.
 *
 * <p>Runs as it is: {@code java VerifyAudit.java FILE [--head HEX]... [--previous HEX]}. Ends with 0 where everything is as it was
 * written, with 1 where it is not, with 2 where there is nothing to verify.
 */
public final class VerifyAudit {

    private static final String GENESIS = "0".repeat(64);
    private static final byte[] START = "{\"entry\":".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern END = Pattern.compile(
            ",\"hash\":\"([0-9a-f]{64})\",\"head\":\"([0-9a-f]{64})\",\"position\":([1-9][0-9]{0,17})}$");

    /** The longest end of a line. */
    private static final int LONGEST_END = 192;

    private final List<String> missing;
    private String head;
    private long position;
    private boolean started;

    private VerifyAudit(List<String> keptHeads, String previous) {
        this.missing = new ArrayList<>(keptHeads);
        this.head = previous;
        this.missing.remove(previous);
    }

    /**
     * What was found.
     *
     * @param intact whether everything is as it was written
     * @param position the first position that is not; the last one where all are
     * @param head the head at the last position that is
     * @param says what is wrong, empty where nothing is
     */
    public record Result(boolean intact, long position, String head, String says) {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> heads = new ArrayList<>();
        String previous = GENESIS;
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean takesHash = arguments[i].equals("--head") || arguments[i].equals("--previous");
            if (takesHash && (i + 1 == arguments.length || !arguments[i + 1].matches("[0-9a-f]{64}"))) {
                usage(out, arguments[i] + " 之后应当是64个十六进制小写字符。");
            } else if (takesHash && arguments[i].equals("--head")) {
                heads.add(arguments[++i]);
            } else if (takesHash) {
                previous = arguments[++i];
            } else if (files.isEmpty() && !arguments[i].startsWith("--")) {
                files.add(Path.of(arguments[i]));
            } else {
                usage(out, "不认识 " + arguments[i] + "。");
            }
        }
        if (files.isEmpty() || !Files.isReadable(files.get(0)) || Files.isDirectory(files.get(0))) {
            usage(out, files.isEmpty() ? "没有给出文件。" : files.get(0) + " 读不出来。");
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(files.get(0)), 1 << 16)) {
            Result result = verify(in, heads, previous);
            if (result.intact()) {
                out.println("完好：到第" + result.position() + "位为止与写入时一致。Intact up to position " + result.position() + ".");
                out.println("链头 head: " + result.head());
            } else {
                out.println("第" + result.position() + "位（position " + result.position() + "）：" + result.says());
                out.println("此前的链头 head before it: " + result.head());
                System.exit(1);
            }
        }
    }

    private static void usage(PrintStream out, String problem) {
        out.println(problem);
        out.println("VerifyAudit FILE [--head HEX]... [--previous HEX]");
        out.println("  FILE            审计日志的导出文件 the exported log");
        out.println(
                "  --head HEX      另行保存的链头，必须在链上 a head kept elsewhere, which has to be in the chain; may be repeated");
        out.println("  --previous HEX  导出不从第1位开始时，前一位的链头 the head before the first line of a partial export");
        System.exit(2);
    }

    /**
     * Verifies lines.
     *
     * @param keptHeads heads kept elsewhere, all of which have to be in the chain
     * @param previous the head before the first line; 64 zeros where the log begins with it
     */
    public static Result verify(InputStream lines, List<String> keptHeads, String previous) throws IOException {
        VerifyAudit walk = new VerifyAudit(keptHeads, previous);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = lines.read(); b >= 0; b = lines.read()) {
            if (b != '\n') {
                line.write(b);
                continue;
            }
            String wrong = walk.line(line.toByteArray(), previous);
            if (!wrong.isEmpty()) {
                return new Result(false, walk.position + 1, walk.head, wrong);
            }
            line.reset();
        }
        if (line.size() > 0) {
            return new Result(false, walk.position + 1, walk.head, "最后一行不完整：文件被截断。The last line is cut.");
        }
        if (!walk.missing.isEmpty()) {
            return new Result(
                    false,
                    walk.position + 1,
                    walk.head,
                    "另行保存的链头不在链上：" + String.join("、", walk.missing)
                            + "。链尾被截去，或者整条链被改写。A head kept elsewhere is missing: the tail was cut, or all was rewritten.");
        }
        return new Result(true, walk.position, walk.head, "");
    }

    /** What is wrong with the next line; empty where nothing is. */
    private String line(byte[] line, String previous) {
        int tail = Math.max(0, line.length - LONGEST_END);
        String end = new String(line, tail, line.length - tail, StandardCharsets.ISO_8859_1);
        Matcher m = END.matcher(end);
        if (!m.find() || !startsAsItShould(line)) {
            return "这一行不是审计日志的一行。Not a line of the log.";
        }
        long here = Long.parseLong(m.group(3));
        if (!started && !previous.equals(GENESIS)) {
            position = here - 1;
        }
        started = true;
        if (here != position + 1) {
            return "应为第" + (position + 1) + "位，却是第" + here + "位：有条目被删除、插入或者对调。Deleted, inserted or swapped.";
        }
        byte[] entry = Arrays.copyOfRange(line, START.length, tail + m.start());
        if (!sha256(entry).equals(m.group(1))) {
            return "条目与写入时不同。The entry was changed.";
        }
        String expected = sha256((head + "\n" + here + "\n" + m.group(1)).getBytes(StandardCharsets.US_ASCII));
        if (!expected.equals(m.group(2))) {
            return "没有接在前一位之后：这一位或者前一位被改写。Does not follow from the position before it.";
        }
        position = here;
        head = expected;
        missing.remove(head);
        return "";
    }

    private static boolean startsAsItShould(byte[] line) {
        return line.length > START.length && Arrays.equals(line, 0, START.length, START, 0, START.length);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
