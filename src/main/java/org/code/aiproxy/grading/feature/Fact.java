package org.code.aiproxy.grading.feature;

import java.util.Set;
import org.code.aiproxy.grading.javascript.Place;

/** Something that a program does, and where. */
public sealed interface Fact {

    Place place();

    /** A variable declared with, or later assigned, a call of {@code createSprite}. */
    record Sprite(String name, Place place) implements Fact {}

    /** A call of a function that draws a shape, as a statement. */
    record Shape(String function, Place place) implements Fact {}

    /** A call of {@code text}, as a statement. */
    record Text(Place place) implements Fact {}

    /** A call of {@code background}, as a statement. */
    record Background(Place place) implements Fact {}

    /**
     * An assignment to {@code object.property}, its {@code ++} or {@code --}, or an animation.
     *
     * @param object the object's name; empty where an animation is set on something else
     */
    record PropertyChange(String object, String property, boolean inDrawLoop, Place place)
            implements Fact {

        /** The property that {@code object.setAnimation(…)} changes. */
        public static final String ANIMATION = "animation";

        public boolean setsAnimation() {
            return property.equals(ANIMATION);
        }

        public boolean setsVelocity() {
            return property.equals("velocityX") || property.equals("velocityY");
        }
    }

    /**
     * A change of a sprite's position, speed or rotation that moves it frame by frame. One inside a
     * conditional has the place of the outermost one.
     */
    record Movement(String object, String property, Set<Pattern> patterns, Place place)
            implements Fact {

        /** How a sprite moves: by itself and a step, or by {@code randomNumber}, or both. */
        public enum Pattern {
            COUNTER,
            RANDOM
        }

        public Movement {
            patterns = Set.copyOf(patterns);
        }
    }

    /** An {@code if}, or an {@code else if}, with all its branches. */
    record Conditional(Trigger trigger, boolean inDrawLoop, Place place) implements Fact {

        /** What decides whether the conditional's branch is taken. */
        public enum Trigger {
            USER,
            VARIABLE,
            OBJECT,
            NOTHING
        }
    }

    /** A function declaration other than {@code draw}. */
    record FunctionDefinition(String name, boolean inDrawLoop, Place place) implements Fact {}

    /** A call of a function by its name, as a statement; the API's own functions too. */
    record FunctionCall(String name, Place place) implements Fact {}

    /** A declared variable; the place is its declaration. */
    record Variable(String name, boolean reassigned, Place place) implements Fact {}

    /** A {@code for}, {@code while} or {@code do} loop; the draw loop is none. */
    record Loop(Kind kind, boolean inDrawLoop, Place place) implements Fact {

        /** The keyword that starts the loop. */
        public enum Kind {
            FOR,
            WHILE,
            DO
        }
    }

    /** A call, anywhere, that asks about the keyboard or mouse, such as {@code keyDown("up")}. */
    record UserInput(String function, Place place) implements Fact {}
}
