package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The lists of powers in the table of versions. */
@Service
class PowerRegister extends VersionedRegister<PowerEntry> implements PowerList {

    PowerRegister(VersionStore store, PowerLayout layout) {
        super(store, layout);
    }

    @Override
    public Holding holding(String body, String item, LocalDate day) {
        Optional<PowerEntry> entry = find(PowerEntry.code(body, item), day);
        if (entry.isEmpty()) {
            return new Holding.NotListed();
        }
        PowerEntry found = entry.orElseThrow();
        LocalDate last = found.effective().to();
        if (day.isBefore(found.effective().from())) {
            return new Holding.NotYet(found.effective().from());
        }
        return last != null && day.isAfter(last) ? new Holding.Ended(last) : new Holding.Held(found);
    }

    @Override
    public List<PowerEntry> of(String body, LocalDate day) {
        return allOf(body, day).stream()
                .filter(entry -> entry.effective().contains(day))
                .toList();
    }

    @Override
    public List<String> holders(String item, LocalDate day) {
        return withKey(item, day).stream()
                .filter(entry -> entry.effective().contains(day))
                .map(PowerEntry::body)
                .toList();
    }
}
