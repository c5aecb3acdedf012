package cn.faheng.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.faheng.rules.format.ResourceTree;
import cn.faheng.server.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("规则库的各个状态都留存")
class RuleBasesTest extends ServerTest {

    @Autowired
    private RuleBases ruleBases;

    @Autowired
    private RuleBaseStore store;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("从库里读回的规则库与原来的逐字节相同")
    void readsBackWhatItStored() {
        ResourceTree stored = store.find(ruleBases.current().hash()).orElseThrow();
        ResourceTree bundled = ResourceTree.bundled();

        assertThat(stored.paths()).isEqualTo(bundled.paths());
        assertThat(stored.paths())
                .allSatisfy(path -> assertThat(stored.text(path)).isEqualTo(bundled.text(path)));
    }

    @Test
    @DisplayName("每个文件只存一次")
    void keepsEveryFileOnce() {
        Integer files = jdbc.queryForObject("select count(*) from registry.file", Integer.class);
        Integer distinct = jdbc.queryForObject(
                "select count(*) from (select file from registry.rule_base_file"
                        + " union select file from registry.publication_file) f",
                Integer.class);

        assertThat(files).isEqualTo(distinct);
    }

    @Test
    void knowsNoOtherState() {
        assertThat(ruleBases.state("0".repeat(64))).isEmpty();
    }
}
