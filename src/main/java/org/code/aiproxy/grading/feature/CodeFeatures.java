package org.code.aiproxy.grading.feature;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program does: all facts that could be read from it, in the order of its code. */
public record CodeFeatures(List<Fact> facts) {

    public CodeFeatures {
        facts = List.copyOf(facts);
    }

    public List<Fact.Sprite> sprites() {
        return all(Fact.Sprite.class);
    }

    /** The names of the sprites; one that is created twice is there once. */
    public Set<String> spriteNames() {
        return sprites().stream().map(Fact.Sprite::name).collect(Collectors.toSet());
    }

    /**
     * The calls of every function that draws a shape. Lessons differ in which of them they count.
     */
    public List<Fact.Shape> shapes() {
        return all(Fact.Shape.class);
    }

    public List<Fact.Text> texts() {
        return all(Fact.Text.class);
    }

    public List<Fact.Background> backgrounds() {
        return all(Fact.Background.class);
    }

    public List<Fact.PropertyChange> propertyChanges() {
        return all(Fact.PropertyChange.class);
    }

    public List<Fact.Movement> movements() {
        return all(Fact.Movement.class);
    }

    public List<Fact.Conditional> conditionals() {
        return all(Fact.Conditional.class);
    }

    public List<Fact.FunctionDefinition> functionDefinitions() {
        return all(Fact.FunctionDefinition.class);
    }

    public List<Fact.FunctionCall> functionCalls() {
        return all(Fact.FunctionCall.class);
    }

    public List<Fact.Variable> variables() {
        return all(Fact.Variable.class);
    }

    public List<Fact.Loop> loops() {
        return all(Fact.Loop.class);
    }

    public List<Fact.UserInput> userInputs() {
        return all(Fact.UserInput.class);
    }

    private <F extends Fact> List<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
