package cn.faheng.server.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the storage does not start without a stack trace. */
public final class StorageFailureAnalyzer extends AbstractFailureAnalyzer<StorageException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StorageException cause) {
        Throwable deeper = cause.getCause();
        return new FailureAnalysis(
                cause.getMessage() == null ? "" : cause.getMessage(),
                deeper == null || deeper.getMessage() == null ? null : deeper.getMessage(),
                cause);
    }
}
