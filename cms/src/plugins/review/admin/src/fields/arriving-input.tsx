import { Typography } from '@strapi/design-system';
import { useEffect, useState, type ComponentType } from 'react';
import { Notice } from '../panel/notice';
import { FieldFrame } from './field-frame';
import type { FieldProps } from './field-props';

interface Loaded<Value> {
  default: ComponentType<FieldProps<Value>>;
}

/**
 * An input of ours as Strapi takes it, which says that it comes and then is it. Until Strapi's own promise is kept it shows, in English,
 * that it does not know such a field; kept at once, that stands for a frame. Where the code does not come, the page has to be
 * opened again: browsers do not ask twice for a module that failed.
 */
export const arrivingInput = <Value,>(load: () => Promise<Loaded<Value>>): (() => Promise<{ default: ComponentType }>) => {
  let arrived: ComponentType<FieldProps<Value>> | null = null;
  const ArrivingInput = (field: FieldProps<Value>) => {
    const [isLost, setLost] = useState(false);
    const [Input, setInput] = useState(() => arrived);
    useEffect(() => {
      if (Input || isLost) return;
      load().then(
        (loaded) => setInput(() => (arrived = loaded.default)),
        (error: unknown) => {
          console.error(error);
          setLost(true);
        },
      );
    }, [Input, isLost]);
    if (Input) return <Input {...field} />;
    return (
      <FieldFrame field={field}>
        {isLost ? (
          <Notice tone="danger" title={`“${field.label}”没有加载出来`} action={{ label: '重新打开本页', onClick: () => window.location.reload() }}>
            请检查网络连接；系统刚刚升级时，重新打开本页即可。
          </Notice>
        ) : (
          <Typography role="status" textColor="neutral600">
            正在读取…
          </Typography>
        )}
      </FieldFrame>
    );
  };
  // Strapi types an input as taking no properties and hands it those of `FieldProps`.
  const input = { default: ArrivingInput as unknown as ComponentType };
  return () => Promise.resolve(input);
};
