package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** The items in the table of versions. */
@Service
class ItemRegister extends VersionedRegister<PowerItem> implements PowerItems {

    ItemRegister(VersionStore store, ItemLayout layout) {
        super(store, layout);
    }

    @Override
    public List<PowerItem> ofRuleItem(String ruleItem, LocalDate day) {
        return withKey(ruleItem, day);
    }
}
