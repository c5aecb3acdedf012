package cn.faheng.casework.directory;

import java.time.LocalDate;
import java.util.List;

/** The enforcement items, by their code. */
public interface PowerItems extends Register<PowerItem> {

    /** The items that compute with an item of the rule base. */
    List<PowerItem> ofRuleItem(String ruleItem, LocalDate day);
}
