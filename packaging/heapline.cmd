@echo off
rem Starts Heapline from its source tree on Windows: finds a JDK, builds on first use, then runs.
rem Unlike its twin for bash it does not compare ages: after a change of sources run mvn package, or delete app\target.
setlocal
set "HOME_DIR=%~dp0.."

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo heapline: no Java found: install a JDK 17 or newer and put java on the PATH, or set JAVA_HOME to it 1>&2
    exit /b 1
)
set "VERSION="
for /f "tokens=2 delims==. " %%v in ('call "%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version"') do set "VERSION=%%v"
if not defined VERSION set "VERSION=0"
if %VERSION% LSS 17 (
    echo heapline: the Java found is version %VERSION%, too old: set JAVA_HOME to a JDK 17 or newer 1>&2
    exit /b 1
)

call :find
if defined JAR goto run
where mvn >nul 2>&1
if errorlevel 1 (
    echo heapline: Maven is needed to build Heapline: install Maven 3.8 or newer and put mvn on the PATH 1>&2
    exit /b 1
)
echo Building Heapline (first use, about a minute)... 1>&2
if not exist "%HOME_DIR%\app\target" mkdir "%HOME_DIR%\app\target"
pushd "%HOME_DIR%"
call mvn -B -ntp -q -Dmaven.test.skip=true -pl app -am package >"%HOME_DIR%\app\target\build.log" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
    type "%HOME_DIR%\app\target\build.log" 1>&2
    echo heapline: the build failed; all it said is in %HOME_DIR%\app\target\build.log 1>&2
    exit /b 1
)
call :find
if not defined JAR (
    echo heapline: the build left no application in %HOME_DIR%\app\target 1>&2
    exit /b 1
)

:run
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms24m -Xmn16m -Xmx512m -Xss512k -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -Xshare:auto -cp "%JAR%;%HOME_DIR%\app\target\lib\*" org.heapline.app.Main %*
exit /b %ERRORLEVEL%

:find
set "JAR="
if not exist "%HOME_DIR%\app\target\lib" exit /b 0
for %%j in ("%HOME_DIR%\app\target\heapline-app-*.jar") do (
    echo %%~nj| findstr /r /c:"-demo$" /c:"-sources$" >nul || set "JAR=%%~fj"
)
exit /b 0
