package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Reads one subject from the table of versions. */
@Transactional(readOnly = true)
abstract class VersionedRegister<T> implements Register<T> {

    final VersionStore store;
    final Layout<T> layout;

    VersionedRegister(VersionStore store, Layout<T> layout) {
        this.store = store;
        this.layout = layout;
    }

    @Override
    public Optional<T> find(String code, LocalDate day) {
        return store.inForce(layout.subject(), code, day).map(this::content);
    }

    @Override
    public List<Version<T>> history(String code) {
        return store.history(layout.subject(), code).stream()
                .map(version -> version.with(layout.type()))
                .toList();
    }

    @Override
    public Found<T> search(Find query, LocalDate day) {
        return Found.cut(store.search(layout.subject(), query, day), query.limit(), StoredVersion::code)
                .map(this::content);
    }

    List<T> withKey(String key, LocalDate day) {
        return store.byKey(layout.subject(), key, day).stream()
                .map(this::content)
                .toList();
    }

    /** All of a body, over all pages. */
    List<T> allOf(String body, LocalDate day) {
        return store.search(layout.subject(), Find.all().ofBody(body).unlimited(), day).stream()
                .map(this::content)
                .toList();
    }

    private T content(StoredVersion version) {
        return ContentJson.read(version.content(), layout.type());
    }
}
