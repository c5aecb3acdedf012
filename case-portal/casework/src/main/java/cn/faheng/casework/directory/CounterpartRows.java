package cn.faheng.casework.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The table of counterparts. */
interface CounterpartRows extends Repository<CounterpartRow, UUID> {

    Optional<CounterpartRow> findById(UUID id);

    List<CounterpartRow> findByNumberKeyIn(Collection<String> numberKeys);

    List<CounterpartRow> findByNameKeyAndMergedIntoIsNull(String nameKey);

    List<CounterpartRow> findByMergedInto(UUID id);

    CounterpartRow save(CounterpartRow row);

    List<CounterpartRow> saveAll(Iterable<CounterpartRow> rows);

    /** Those that were merged into {@code from} lead to {@code to} from now on. */
    @Modifying
    @Query("update casework.counterpart set merged_into = :to where merged_into = :from")
    int lead(UUID from, UUID to);
}
