package cn.faheng.rules.gate;

import cn.faheng.rules.casefile.CaseFile;
import cn.faheng.rules.casefile.Entry;
import org.drools.ruleunits.api.DataSource;
import org.drools.ruleunits.api.DataStore;
import org.drools.ruleunits.api.RuleUnitData;
import org.drools.ruleunits.api.SingletonStore;

/** What the rules of the gates see: the file and its entries, what was computed, the gate and the law. */
public final class CaseUnit implements RuleUnitData {

    private final SingletonStore<CaseFile> file = DataSource.createSingleton();
    private final SingletonStore<Moment> moment = DataSource.createSingleton();
    private final DataStore<Entry> entries = DataSource.createStore();
    private final DataStore<Assessed> assessed = DataSource.createStore();
    private final DataStore<Ruling> rulings = DataSource.createStore();
    private final CaseLaw law;
    private final Raised raised = new Raised();
    private final Running running = new Running();

    /** A unit over one file at one gate. */
    public CaseUnit(CaseFile content, Moment at, Iterable<Assessed> computed, CaseLaw law) {
        this.law = law;
        file.set(content);
        moment.set(at);
        content.entries().forEach(entries::add);
        computed.forEach(assessed::add);
        Ruling.of(content, at).forEach(rulings::add);
    }

    public SingletonStore<CaseFile> getFile() {
        return file;
    }

    public SingletonStore<Moment> getMoment() {
        return moment;
    }

    public DataStore<Entry> getEntries() {
        return entries;
    }

    public DataStore<Assessed> getAssessed() {
        return assessed;
    }

    public DataStore<Ruling> getRulings() {
        return rulings;
    }

    public CaseLaw getLaw() {
        return law;
    }

    public Raised getRaised() {
        return raised;
    }

    public Running getRunning() {
        return running;
    }
}
