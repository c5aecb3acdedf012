package cn.faheng.casework.workbook;

/** A file that is not opened or not read, with the reason and what to do in Chinese. */
public final class RefusedWorkbookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedWorkbookException(String message) {
        super(message);
    }

    RefusedWorkbookException(String message, Exception cause) {
        super(message, cause);
    }
}
