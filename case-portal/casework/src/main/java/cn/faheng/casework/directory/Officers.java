package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The enforcement officers, by the number of their certificate. */
public interface Officers extends Register<Officer> {

    /** The officer who signs in with an account. */
    Optional<Officer> ofAccount(String account, LocalDate day);

    /** All officers of a body, by certificate. */
    List<Officer> ofBody(String body, LocalDate day);
}
