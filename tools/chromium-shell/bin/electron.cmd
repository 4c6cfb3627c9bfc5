@echo off
setlocal
set "CHROMIUM_SHELL_EXECUTABLE=%~f0"
set "NODE=%~dp0..\..\..\node_modules\node\bin\node.exe"
if not exist "%NODE%" set "NODE=node"
if defined ELECTRON_RUN_AS_NODE (
  "%NODE%" %*
) else (
  "%NODE%" --unhandled-rejections=warn --disable-warning=ExperimentalWarning "%~dp0..\boot.ts" %*
)
exit /b %ERRORLEVEL%
