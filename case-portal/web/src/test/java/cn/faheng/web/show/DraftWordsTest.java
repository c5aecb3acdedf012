package cn.faheng.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("给法制人员看的话里没有接口和文件的名字")
class DraftWordsTest {

    @Test
    @DisplayName("缺什么按行说，认不出的照原样留着")
    void saysWhichRowsLackWhat() {
        String file = "rulesets/environment/GD-ENV-1.3/370800/2026-11-22/ruleset.yaml:";
        assertThat(Show.plain("草案还不能写成规则集：" + file + "27: /rows/T1/cite: must have at least 1 items but found 0；" + file
                        + "28: /rows/T1/says: must be at least 1 characters long；" + file
                        + "30: /rows/T2/cite: must have at least 1 items but found 0；" + file
                        + "1: required property 'source' not found；" + file
                        + "4: /authority: must be at least 1 characters long；" + file + "9: /form: something else。"))
                .isEqualTo("草案还没有写全：T1、T2 行没有写依据；T1 行没有写原文；没有写明公布的文件；没有写明制定机关；/form: something else。");
    }

    @Test
    @DisplayName("括号里给机器看的去掉，给人看的留下")
    void dropsWordsOfTheInterface() {
        assertThat(Show.plain("还没有校验。请先校验（:prove）。")).isEqualTo("还没有校验。请先校验。");
        assertThat(Show.plain("由条文起草（POST /clauses:draft），先行公布。")).isEqualTo("由条文起草，先行公布。");
        assertThat(Show.plain("说明理由（backfillReason）。")).isEqualTo("说明理由。");
        assertThat(Show.plain("第（一）项，LED（led）灯")).isEqualTo("第（一）项，LED（led）灯");
    }
}
