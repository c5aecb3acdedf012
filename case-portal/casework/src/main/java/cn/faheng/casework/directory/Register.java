package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what is kept in dated versions. What has not been reviewed is not seen here but in {@link #history}. */
public interface Register<T> {

    /**
     * What the version in force on a day says. Whether a body may act or a certificate is good on the day is asked of the content;
     * it is found as well when not, so that the reason can be named.
     */
    Optional<T> find(String code, LocalDate day);

    /** All versions, proposed and returned ones included, the newest first. */
    List<Version<T>> history(String code);

    /** Those that match, as they stood on a day, by code. */
    Found<T> search(Find query, LocalDate day);
}
