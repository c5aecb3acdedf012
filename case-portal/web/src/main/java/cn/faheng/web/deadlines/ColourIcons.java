package cn.faheng.web.deadlines;

import cn.faheng.casework.deadlines.Colour;

/** A shape for each colour, so that nobody depends on seeing colours. */
public final class ColourIcons {

    private ColourIcons() {}

    /** Class of the icon. */
    public static String of(Colour colour) {
        return switch (colour) {
            case OVERDUE -> "ti-alert-octagon";
            case RED -> "ti-alert-triangle";
            case AMBER -> "ti-clock-exclamation";
            case GREEN -> "ti-circle-check";
            case WAITING -> "ti-hourglass";
            case PAST -> "ti-hourglass-empty";
            case STANDING -> "ti-player-pause";
            case DONE -> "ti-check";
            case LATE -> "ti-clock-x";
        };
    }
}
