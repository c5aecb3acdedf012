package cn.faheng.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folder in which one installation keeps its secrets and, with the embedded PostgreSQL, its database. */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private @Nullable FileChannel lockChannel;

    DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.root);
        } catch (IOException e) {
            throw new StorageException(
                    "数据目录 " + this.root + " 无法建立，请检查权限，或者用 --faheng.storage.data 指定别处。Cannot create the data folder.",
                    e);
        }
    }

    Path root() {
        return root;
    }

    /** Takes the folder for this process until it ends; throws {@link StorageException} when another process has it. */
    void lock() {
        Path file = root.resolve("faheng.lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String owner = Files.readString(file).strip();
                channel.close();
                throw new StorageException(
                        "数据目录 " + root + " 正被另一个法衡进程（" + owner
                                + "）使用。请先停止它，或者用 --faheng.storage.data 指定别的目录。Another Faheng process is using this data folder.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(("pid " + ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            lockChannel = channel;
        } catch (IOException e) {
            throw new StorageException("数据目录 " + root + " 不可写。The data folder cannot be written to.", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * The secret with this name; made on first use and readable by the owner only.
     *
     * @param name file name
     * @param made gives the secret on first use
     */
    public String secret(String name, Supplier<String> made) {
        Path file = root.resolve("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                Path folder = Files.createDirectories(root.resolve("secrets"));
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                writeNew(folder, file, made.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + file, e);
        }
    }

    /** Whole or not at all: nobody reads an empty secret, not even after a crash. */
    private static void writeNew(Path folder, Path file, String secret) throws IOException {
        Path whole = Files.createTempFile(
                folder,
                "new-",
                ".secret",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(whole, secret);
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // A replica beside this one was faster; its secret counts.
            return;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** A random secret of 32 bytes, hexadecimal. */
    public static String randomSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() throws IOException {
        FileChannel channel = lockChannel;
        if (channel != null) {
            channel.close();
        }
    }
}
