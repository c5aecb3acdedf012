package cn.faheng.server.storage;

/** The data folder or the database cannot be used. The message says what the operator has to do. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
