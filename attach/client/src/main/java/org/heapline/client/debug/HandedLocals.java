package org.heapline.client.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.ArrayType;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heapline.client.SessionException;
import org.heapline.client.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The locals of a frame that is stopped by JDI, given to the agent to look into: it walks through a million objects in the
 * time in which a debugger asks for a few hundred.
 */
final class HandedLocals {
    /** Names, in the order of the variables. */
    private final List<String> order = new ArrayList<>();

    /** {@code name|type} of those with an object behind them. */
    private final List<String> objects = new ArrayList<>();

    private final List<Variable> primitives = new ArrayList<>();
    private final List<ObjectReference> values = new ArrayList<>();

    /** Reads the locals of a frame. */
    HandedLocals(StackFrame frame) throws SessionException {
        try {
            ObjectReference self = frame.thisObject();
            if (self != null) {
                add("this", self.type().name(), self);
            }
            for (LocalVariable local : frame.visibleVariables()) {
                add(local.name(), local.typeName(), frame.getValue(local));
            }
        } catch (AbsentInformationException e) {
            throw new SessionException(
                    "the class was compiled without the names of its locals; compile it with -g to see them", e);
        }
    }

    private void add(String name, String type, @Nullable Value value) {
        order.add(name);
        if (value instanceof ObjectReference object) {
            objects.add(name + "|" + type);
            values.add(object);
        } else {
            boolean known = value == null || value instanceof PrimitiveValue;
            primitives.add(new Variable(name, type, known ? Values.text(value) : "?", -1, -1, -1, false, false));
        }
    }

    /** All of them in their order, when the agent has looked into those with an object behind them. */
    List<Variable> with(List<Variable> looked) {
        List<Variable> all = new ArrayList<>(primitives);
        all.addAll(looked);
        all.sort(Comparator.comparingInt(variable -> order.indexOf(variable.name())));
        return List.copyOf(all);
    }

    /** {@code name|type} of each value. */
    String[] names() {
        return objects.toArray(String[]::new);
    }

    /** Puts the values where the agent takes them. */
    void hand(VirtualMachine machine) throws SessionException {
        try {
            ArrayType type =
                    (ArrayType) machine.classesByName("java.lang.Object[]").get(0);
            ClassType holder =
                    (ClassType) machine.classesByName(Debugger.MAX_MEM).get(0);
            ArrayReference array = type.newInstance(values.size());
            if (!values.isEmpty()) {
                array.setValues(values);
            }
            holder.setValue(holder.fieldByName("handed"), array);
        } catch (InvalidTypeException | ClassNotLoadedException | VMDisconnectedException e) {
            throw new SessionException("the locals cannot be looked into: " + e.getMessage(), e);
        }
    }
}
