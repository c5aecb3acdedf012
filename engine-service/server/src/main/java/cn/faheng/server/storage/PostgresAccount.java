package cn.faheng.server.storage;

import cn.faheng.server.canonical.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account under which the embedded PostgreSQL runs, since it refuses to run as root, and the folder in which it can. As an
 * ordinary user it is that user. As root it is nobody where nobody can reach the data folder, else root inside a user namespace,
 * else nobody in a folder of its own outside the data folder.
 *
 * @param prefix what stands before every command
 * @param uid the user that has to own the files
 * @param base the folder for the database and its programs
 */
record PostgresAccount(List<String> prefix, int uid, Path base) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresAccount.class);
    private static final Path OUTSIDE = Path.of("/var/lib/faheng");

    static PostgresAccount choose(Path folder) {
        int me = uid(Path.of("/proc/self"));
        if (me != 0) {
            return new PostgresAccount(List.of(), me, folder);
        }
        int nobody = nobody();
        List<String> asNobody = List.of("setpriv", "--reuid=" + nobody, "--regid=" + nobody, "--clear-groups");
        PostgresAccount plain = new PostgresAccount(asNobody, nobody, folder);
        if (reachableByOthers(folder) && plain.works()) {
            return plain;
        }
        PostgresAccount namespace = new PostgresAccount(List.of("unshare", "-U"), 0, folder);
        if (namespace.works()) {
            return namespace;
        }
        Path outside = OUTSIDE.resolve(
                Sha256.hex(folder.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12));
        if (plain.works() && isMade(outside)) {
            LOG.warn("用户 nobody 进不了数据目录 {}，数据库放在 {}。The database lies outside the data folder.", folder, outside);
            return new PostgresAccount(asNobody, nobody, outside);
        }
        throw new StorageException("内嵌的 PostgreSQL 不能以 root 身份运行，而用户 nobody 进不了数据目录 " + folder
                + "。请以普通用户运行，或者用 --faheng.storage.data 指定其他用户可以进入的目录。"
                + "PostgreSQL refuses to run as root and nobody cannot reach the data folder.");
    }

    private static boolean isMade(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(OUTSIDE, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return reachableByOthers(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean works() {
        try {
            Process process = new ProcessBuilder(command("true"))
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(String... command) {
        List<String> all = new java.util.ArrayList<>(prefix);
        all.addAll(List.of(command));
        return all;
    }

    /** Gives a folder and everything in it to the account, where another one owns it. */
    void own(Path folder) throws IOException {
        if (uid(folder) == uid) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                give(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                give(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
    }

    private static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException | UnsupportedOperationException e) {
            throw new StorageException("无法读取 " + path + " 的所有者。Cannot read the owner of a folder.", e);
        }
    }

    private static int nobody() {
        try {
            Optional<Integer> uid = Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 2 && fields[0].equals("nobody"))
                    .map(fields -> Integer.parseInt(fields[2]))
                    .findFirst();
            return uid.orElse(65534);
        } catch (IOException e) {
            return 65534;
        }
    }

    private static boolean reachableByOthers(Path folder) {
        try {
            for (Path at = folder; at != null; at = at.getParent()) {
                if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
