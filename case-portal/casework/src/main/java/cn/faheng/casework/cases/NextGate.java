package cn.faheng.casework.cases;

import cn.faheng.engine.steps.Stage;
import cn.faheng.rules.casefile.Gate;

/** The gate that a case at a stage goes through next, so that what would stop it shows before anyone gets there. */
final class NextGate {

    private NextGate() {}

    static Gate of(Stage stage) {
        return switch (stage) {
            case LEAD, VERIFIED, DECLINED -> Gate.FILING;
            case ON_THE_SPOT -> Gate.ON_THE_SPOT;
            case INVESTIGATION -> Gate.REPORT;
            case REVIEW -> Gate.NOTICE;
            case NOTICE -> Gate.DECISION;
            case SERVICE -> Gate.SERVICE;
            case EXECUTION, ENDING -> Gate.CLOSING;
            case CLOSED, ARCHIVED -> Gate.ARCHIVE;
        };
    }
}
