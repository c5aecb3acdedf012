package cn.faheng.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("页面地址")
class LinksTest {

    private final Links links = new Links();

    @Test
    @DisplayName("规则行的地址指到规则集页面上的那一行")
    void leadsToTheRowOfARuleSet() {
        String row = "food/MK-F124/statute@2021-04-29#S1";
        assertThat(links.row(row)).isEqualTo("/rulesets/food/MK-F124/statute/2021-04-29#row-S1");
        assertThat(links.rowName(row)).isEqualTo("S1");
        assertThat(links.row("common/circumstances@2021-07-15")).isEqualTo("/rulesets/common/circumstances/2021-07-15");
        assertThat(links.rowName("common/circumstances@2021-07-15")).isEmpty();
        assertThat(links.rowName(null)).isEmpty();
    }
}
