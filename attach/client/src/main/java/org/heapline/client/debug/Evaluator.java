package org.heapline.client.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidStackFrameException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import java.util.List;
import org.heapline.client.SessionException;
import org.heapline.protocol.Expression;
import org.jspecify.annotations.Nullable;

/** Evaluates simple expressions in a frame of a thread that is stopped by JDI. */
final class Evaluator {
    private static final long PATIENCE_SECONDS = 5;

    private final StoppedFrames frames;

    Evaluator(StoppedFrames frames) {
        this.frames = frames;
    }

    String evaluate(int frame, String text) throws SessionException {
        try {
            Expression expression = Expression.parse(text);
            Value value = null;
            boolean first = true;
            for (Expression.Step step : expression.steps()) {
                value = first ? start(frames.frame(frame), step) : next(value, step, text);
                first = false;
            }
            return Values.text(value);
        } catch (IllegalArgumentException e) {
            throw new SessionException(String.valueOf(e.getMessage()), e);
        } catch (VMDisconnectedException | InvalidStackFrameException e) {
            throw StoppedFrames.gone(e);
        }
    }

    private @Nullable Value start(StackFrame frame, Expression.Step step) throws SessionException {
        ObjectReference self = frame.thisObject();
        if (!step.isCall()) {
            if (step.name().equals("this") && self != null) {
                return self;
            }
            LocalVariable local = local(frame, step.name());
            if (local != null) {
                return frame.getValue(local);
            }
            Field field = frame.location().declaringType().fieldByName(step.name());
            if (field != null && field.isStatic()) {
                return field.declaringType().getValue(field);
            }
        }
        boolean known = self != null && (step.isCall() || self.referenceType().fieldByName(step.name()) != null);
        if (!known) {
            throw new SessionException("there is no local '" + step.name() + "' here, nor a field of this");
        }
        return next(self, step, step.name());
    }

    private static @Nullable LocalVariable local(StackFrame frame, String name) {
        try {
            return frame.visibleVariableByName(name);
        } catch (AbsentInformationException e) {
            return null; // Compiled without names of locals: fields are still known.
        }
    }

    private @Nullable Value next(@Nullable Value holder, Expression.Step step, String text) throws SessionException {
        if (holder instanceof ArrayReference array) {
            if (step.index() >= 0) {
                if (step.index() >= array.length()) {
                    throw new SessionException("there is no [" + step.index() + "] in an array of " + array.length());
                }
                return array.getValue(step.index());
            }
            if (step.name().equals("length") && !step.isCall()) {
                return frames.machine().mirrorOf(array.length());
            }
        }
        if (!(holder instanceof ObjectReference object)) {
            throw new SessionException("'" + text + "' cannot be evaluated: what stands before "
                    + (step.index() >= 0 ? "[" + step.index() + "]" : step.name()) + " is "
                    + (holder == null ? "null" : "no object"));
        }
        if (step.index() >= 0) {
            throw new SessionException("a " + object.type().name() + " is no array: it has no [index]");
        }
        if (step.isCall()) {
            return call(object, step.name());
        }
        Field field = object.referenceType().fieldByName(step.name());
        if (field == null) {
            throw new SessionException(
                    "a " + object.type().name() + " has no field '" + step.name() + "'; a method is written with ()");
        }
        return object.getValue(field);
    }

    private @Nullable Value call(ObjectReference object, String name) throws SessionException {
        Method method = object.referenceType().methodsByName(name).stream()
                .filter(each -> each.argumentTypeNames().isEmpty() && !each.isStatic() && !each.isAbstract())
                .findFirst()
                .orElseThrow(() -> new SessionException(
                        "a " + object.type().name() + " has no method " + name + "() without arguments"));
        return Bounded.call(name + "()", PATIENCE_SECONDS, () -> invoke(object, method, frames.thread()));
    }

    private static @Nullable Value invoke(ObjectReference object, Method method, ThreadReference thread)
            throws SessionException {
        try {
            return object.invokeMethod(thread, method, List.of(), ObjectReference.INVOKE_SINGLE_THREADED);
        } catch (InvocationException e) {
            throw new SessionException(
                    method.name() + "() threw a " + e.exception().type().name(), e);
        } catch (IncompatibleThreadStateException e) {
            throw new SessionException(
                    method.name() + "() cannot be called where the thread was suspended from outside; step once", e);
        } catch (InvalidTypeException | ClassNotLoadedException e) {
            throw new SessionException(method.name() + "() cannot be called: " + e.getMessage(), e);
        }
    }
}
