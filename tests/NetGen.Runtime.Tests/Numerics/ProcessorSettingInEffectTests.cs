using System.Runtime.Intrinsics;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>In the processes that <see cref="ProcessorSettingTests"/> starts: the setting really hides the instructions.</summary>
public sealed class ProcessorSettingInEffectTests
{
    [Fact]
    public void The_settings_of_this_process_are_in_effect()
    {
        Assert.False(IsOff("DOTNET_EnableAVX512") && Vector512.IsHardwareAccelerated);
        Assert.False(IsOff("DOTNET_EnableAVX2") && Vector256.IsHardwareAccelerated);
        Assert.False(IsOff("DOTNET_EnableHWIntrinsic") && Vector128.IsHardwareAccelerated);
    }

    private static bool IsOff(string setting) => Environment.GetEnvironmentVariable(setting) == "0";
}
