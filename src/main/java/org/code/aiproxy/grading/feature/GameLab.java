package org.code.aiproxy.grading.feature;

import java.util.Set;

/** The functions of the Game Lab that students program with. */
final class GameLab {

    static final String DRAW = "draw";
    static final String CREATE_SPRITE = "createSprite";
    static final String SET_ANIMATION = "setAnimation";
    static final String TEXT = "text";
    static final String BACKGROUND = "background";

    /**
     * All that draw something with a shape; {@code LessonTrees}s differ in which of them they
     * count.
     */
    static final Set<String> SHAPES =
            Set.of(
                    "arc",
                    "circle",
                    "ellipse",
                    "line",
                    "point",
                    "quad",
                    "rect",
                    "regularPolygon",
                    "shape",
                    "triangle");

    /** The calls by which a program reacts to the keyboard and the mouse. */
    static final Set<String> USER_INPUT =
            Set.of(
                    "keyDown",
                    "keyWentDown",
                    "keyWentUp",
                    "mouseDidMove",
                    "mouseDown",
                    "mouseIsOver",
                    "mousePressedOver",
                    "mouseWentDown",
                    "mouseWentUp");

    private GameLab() {}
}
