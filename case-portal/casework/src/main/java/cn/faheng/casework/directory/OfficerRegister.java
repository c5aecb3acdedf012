package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The officers in the table of versions. */
@Service
class OfficerRegister extends VersionedRegister<Officer> implements Officers {

    OfficerRegister(VersionStore store, OfficerLayout layout) {
        super(store, layout);
    }

    @Override
    public Optional<Officer> ofAccount(String account, LocalDate day) {
        return withKey(account, day).stream().findFirst();
    }

    @Override
    public List<Officer> ofBody(String body, LocalDate day) {
        return allOf(body, day);
    }
}
